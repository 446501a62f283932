System.Console.WriteLine("LoanApproval");
